// Sends a large file piece by piece and goes on where it broke off, also after the page was left and the same file chosen
// again. Without this the form sends the file as a whole.
(() => {
  'use strict';
  const PIECE = 8 * 1024 * 1024;
  const TRIES = 5;
  const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

  function start(area) {
    const form = area.querySelector('form');
    const input = form.querySelector('input[type=file]');
    const csrf = form.querySelector('input[type=hidden]').value;
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    const bar = document.createElement('progress');
    bar.setAttribute('aria-label', area.dataset.sending);
    const box = document.createElement('div');
    box.className = 'progress';
    box.hidden = true;
    box.append(line, bar);
    form.append(box);

    const show = (file, offset, words) => {
      box.hidden = false;
      bar.max = file.size;
      bar.value = offset;
      line.textContent = `${words} ${Math.floor(offset / Math.max(1, file.size) * 100)}%`;
    };

    async function send(file) {
      const about = new URLSearchParams({ name: file.name, size: file.size, modified: file.lastModified });
      const address = `${area.dataset.pieces}?${about}`;
      let offset = 0;
      let tries = 0;
      let known = false;
      while (!known || offset < file.size) {
        try {
          const answer = known
            ? await fetch(address, {
              method: 'PATCH',
              headers: { 'X-CSRF-TOKEN': csrf, 'Upload-Offset': String(offset) },
              body: file.slice(offset, offset + PIECE),
            })
            : await fetch(address, { cache: 'no-store' });
          const reached = Number(answer.headers.get('Upload-Offset') ?? NaN);
          if (Number.isNaN(reached)) throw new Error(String(answer.status));
          known = true;
          tries = 0;
          offset = reached;
          show(file, offset, area.dataset.sending);
        } catch (broken) {
          known = false;
          tries += 1;
          show(file, offset, area.dataset.broken);
          if (tries === TRIES) throw broken;
          await pause(500 * 2 ** tries);
        }
      }
      for (const [name, value] of about) {
        const hidden = document.createElement('input');
        hidden.type = 'hidden';
        hidden.name = name;
        hidden.value = value;
        form.append(hidden);
      }
      input.disabled = true;
      form.submit();
    }

    form.addEventListener('submit', (e) => {
      const file = input.files[0];
      if (!file || !file.size) return;
      e.preventDefault();
      const buttons = form.querySelectorAll('button');
      buttons.forEach((button) => { button.disabled = true; });
      send(file).catch(() => buttons.forEach((button) => { button.disabled = false; }));
    });
  }

  document.querySelectorAll('[data-pieces]').forEach(start);
})();
