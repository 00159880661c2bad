// One key for one decision: an element with data-key is chosen, followed or pressed by that key.
// Single keys can be switched off: they get in the way of speech input and of some keyboards.

const SWITCH = "factoid-keys";
const isTyping = (target) => target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select") !== null;

export const areKeysOn = () => localStorage.getItem(SWITCH) !== "off";
export const isOurs = (event) =>
  areKeysOn() && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat && !isTyping(event.target);

function wanted(key) {
  const scope = document.querySelector("[data-line].is-here [data-key]") ? "[data-line].is-here " : "";
  return [...document.querySelectorAll(`main ${scope}[data-key]`)].find((found) => found.dataset.key === key && found.offsetParent);
}

document.addEventListener("keydown", (event) => {
  if (!isOurs(event)) return;
  const found = wanted(event.key);
  if (!found) return;
  event.preventDefault();
  if (found.type === "radio") {
    found.checked = true;
    found.form.querySelector("[data-reason]")?.focus();
  } else found.click();
});

const toggle = document.getElementById("keys-switch");
const show = () => toggle?.setAttribute("aria-pressed", String(areKeysOn()));
toggle?.addEventListener("click", () => {
  localStorage.setItem(SWITCH, areKeysOn() ? "off" : "on");
  show();
});
show();
