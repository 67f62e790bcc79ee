// The button that opens the print dialog of the browser; without a script the browser's own menu does the same.

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
