// What was still being worked out is fetched when it is there, and put in the place of what is shown meanwhile.

const PAUSE = 1000;
const later = (wait) => new Promise((go) => setTimeout(go, wait));

async function whole(address) {
  for (;;) {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("main [data-whole]")) return page;
    await later(PAUSE);
  }
}

// Nobody's words are taken from under their hands.
async function untilNobodyTypes(main) {
  while (main.contains(document.activeElement) && document.activeElement.matches("input, textarea, select"))
    await later(PAUSE / 4);
}

const nameOf = (fold) => fold.querySelector("summary")?.textContent.trim();

// What was unfolded stays so, what had the focus has it again, and what is read stays where it stands.
function keepPlace(old, fresh) {
  const open = new Set([...old.querySelectorAll("details[open]")].map(nameOf));
  for (const fold of fresh.querySelectorAll("details")) if (open.has(nameOf(fold))) fold.open = true;
  const read = scrollY && [...old.querySelectorAll("[id]")].find((held) => held.getBoundingClientRect().top >= 0);
  const top = read ? read.getBoundingClientRect().top : 0;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  return () => {
    const now = read && document.getElementById(read.id);
    if (now) scrollBy(0, now.getBoundingClientRect().top - top);
    const same = focused?.id ? document.getElementById(focused.id)
      : focused?.href && [...fresh.querySelectorAll("a[href]")].find((link) => link.href === focused.href);
    same?.focus({ preventScroll: true });
  };
}

export async function fetchWhole(address) {
  const page = await whole(address);
  const fresh = page?.querySelector("main");
  if (!fresh) return;
  const old = document.querySelector("main");
  await untilNobodyTypes(old);
  const restore = keepPlace(old, fresh);
  old.replaceWith(fresh);
  restore();
  document.title = page.title;
  const told = document.getElementById("told");
  if (told) told.textContent = told.dataset.whole;
}
