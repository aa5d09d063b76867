// Sets light or dark before the first paint; the strict security policy allows no script inside the page.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('postrider.scheme');
  } catch {
    chosen = null;
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
