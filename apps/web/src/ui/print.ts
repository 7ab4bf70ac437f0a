/** Prints one section of the screen, the one with this id; the rest is left out by the print rules of the theme. */
export function printOnly(id: string): void {
  const section = document.getElementById(id);
  section?.classList.add('print-this');
  document.body.classList.add('print-one');
  window.addEventListener(
    'afterprint',
    () => {
      document.body.classList.remove('print-one');
      section?.classList.remove('print-this');
    },
    { once: true },
  );
  window.print();
}
