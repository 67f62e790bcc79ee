// One press, one act: a form that was sent does not go twice. The server keeps a once-token as well; this is for the hands.
// Forms that a script sends itself (preventDefault) are left alone.

const sent = new Set();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  form.setAttribute("aria-busy", "true");
  // After the browser has read the form, or the pressed button's own value would be lost.
  setTimeout(() => {
    for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-disabled", "true");
    event.submitter?.setAttribute("data-busy", "");
  });
});

window.addEventListener("pageshow", () => {
  for (const form of sent) {
    form.removeAttribute("aria-busy");
    for (const button of form.querySelectorAll("[aria-disabled]")) {
      button.removeAttribute("aria-disabled");
      button.removeAttribute("data-busy");
    }
  }
  sent.clear();
});
