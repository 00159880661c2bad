// Files dropped on the form are given at once; what is being read says how far it is.

const form = document.querySelector("form[data-drop]");
const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");

for (const name of ["dragover", "dragleave", "drop"]) {
  form?.addEventListener(name, (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    form.classList.toggle("is-over", name === "dragover");
    if (name !== "drop" || !event.dataTransfer.files.length) return;
    form.querySelector("[type=file]").files = event.dataTransfer.files;
    form.submit();
  });
}

const list = document.querySelector("[data-follow]");
if (list) {
  const told = new EventSource(list.dataset.follow);
  told.addEventListener("message", (event) => {
    for (const addition of JSON.parse(event.data)) {
      const line = list.querySelector(`[data-key-of="${addition.key}"]`);
      for (const part of line?.querySelectorAll("[data-part]") ?? []) {
        const words = addition[part.dataset.part];
        if (part.textContent !== words) part.textContent = words;
        part.hidden = !words;
      }
    }
  });
  told.addEventListener("over", () => told.close());
}
