// Keyboard for the desk. Everything here is also a link or a button on the page.
(() => {
  'use strict';
  const rows = () => [...document.querySelectorAll('tr[data-href]')];
  const typing = (e) => e.target.closest('input, textarea, select, [contenteditable]');

  function move(step) {
    const all = rows();
    if (!all.length) return;
    const now = all.findIndex((row) => row.classList.contains('is-here') || row.contains(document.activeElement));
    const start = now < 0 ? all.findIndex((row) => row.getAttribute('aria-current') === 'true') : now;
    const next = Math.min(all.length - 1, Math.max(0, start + step));
    all.forEach((row) => row.classList.toggle('is-here', row === all[next]));
    const link = all[next].querySelector('a');
    if (link) link.focus();
    all[next].scrollIntoView({ block: 'nearest' });
  }

  function press(key) {
    const target = document.querySelector(`[data-key="${key}"]`);
    if (!target) return false;
    target.focus();
    target.click();
    return true;
  }

  // Single keys can be turned off, for those whose tools or hands press them by accident (WCAG 2.1.4).
  const remembered = () => { try { return localStorage.getItem('keys') === 'off'; } catch { return false; } };
  let off = remembered();
  document.querySelectorAll('details.keys').forEach((help) => {
    const toggle = document.createElement('button');
    toggle.type = 'button';
    toggle.className = 'btn';
    const name = () => { toggle.textContent = off ? help.dataset.on : help.dataset.off; };
    toggle.addEventListener('click', () => {
      off = !off;
      try { localStorage.setItem('keys', off ? 'off' : 'on'); } catch { /* private window: for this page only */ }
      name();
    });
    name();
    help.append(toggle);
  });

  document.addEventListener('keydown', (e) => {
    if (off) return;
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    if (e.key === 'Escape' && typing(e)) { e.target.blur(); return; }
    if (typing(e)) return;
    switch (e.key) {
      case 'j': move(1); break;
      case 'k': move(-1); break;
      case 'a': case 'd': case 's': case 'l': case 'u': if (!press(e.key)) return; break;
      case '/': {
        const search = document.querySelector('.desk-tools input[type=search], .filters input[type=search]');
        if (!search) return;
        search.focus(); search.select(); break;
      }
      case '?': {
        const help = document.querySelector('details.keys');
        if (!help) return;
        help.open = !help.open;
        help.querySelector('summary').focus(); break;
      }
      default: return;
    }
    e.preventDefault();
  });

  // A click anywhere in a row opens it, unless it hit something that does its own thing or text is being selected.
  document.addEventListener('click', (e) => {
    const row = e.target.closest('tr[data-href]');
    if (!row || e.target.closest('a, button, input, select, label') || String(getSelection())) return;
    location.assign(row.dataset.href);
  });
})();
