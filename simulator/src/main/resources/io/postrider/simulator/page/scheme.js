// Runs before anything is drawn, so that a dark page never flashes white.
try {
  const theme = localStorage.getItem('simulator.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the page follows the system.
}
