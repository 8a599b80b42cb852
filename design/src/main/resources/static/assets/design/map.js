// The map. Without it the page has the same things as a list.
const room = document.querySelector('#map-room');
const thing = document.querySelector('#thing');
const PLAIN = 'EPSG:4326';
const FLAT = 'EPSG:3857';
const MOST_PAGES = 4;
const TINY = 24;

const onPlane = (text) => ol.proj.transformExtent(text.split(',').map(Number), PLAIN, FLAT);

/** All pages of a layer's things within a box. */
async function pages(first, box, add) {
  let address = `${first}&bbox=${ol.proj.transformExtent(box, FLAT, PLAIN).map((degree) => degree.toFixed(6)).join(',')}`;
  for (let page = 0; address && page < MOST_PAGES; page += 1) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const found = await answer.json();
    add(found);
    address = found.links.find((link) => link.rel === 'next')?.href;
  }
}

function source(items) {
  const format = new ol.format.GeoJSON({ dataProjection: PLAIN, featureProjection: FLAT });
  const made = new ol.source.Vector({
    strategy: ol.loadingstrategy.bbox,
    loader: (box, resolution, projection, done, failed) => {
      pages(items, box, (found) => made.addFeatures(format.readFeatures(found)))
        .then(() => done([]))
        .catch(() => { made.removeLoadedExtent(box); failed(); });
    },
  });
  return made;
}

function style(colour) {
  const line = new ol.style.Stroke({ color: colour, width: 1.5 });
  const wash = ol.color.asArray(colour).slice();
  wash[3] = 0.05;
  // What would be smaller than a fingertip is shown once the map is nearer.
  const isTiny = (feature, resolution) => feature.getGeometry().getType().endsWith('Polygon')
    && Math.sqrt(ol.extent.getArea(feature.getGeometry().getExtent())) / resolution < TINY;
  return (feature, resolution) => isTiny(feature, resolution) ? undefined : new ol.style.Style({
    stroke: line,
    fill: new ol.style.Fill({ color: wash }),
    image: new ol.style.Circle({ radius: 4, fill: new ol.style.Fill({ color: colour }) }),
    text: resolution < 12 && feature.get('name') ? new ol.style.Text({
      text: feature.get('name'),
      font: '12px sans-serif',
      overflow: false,
      fill: new ol.style.Fill({ color: colour }),
      stroke: new ol.style.Stroke({ color: '#fff', width: 3 }),
    }) : undefined,
  });
}

function layer(box) {
  const colour = getComputedStyle(box.parentElement.querySelector('.map-colour')).color;
  const made = new ol.layer.Vector({ source: source(box.dataset.items), style: style(colour), visible: box.checked, declutter: true });
  made.set('page', box.dataset.page);
  box.addEventListener('change', () => made.setVisible(box.checked));
  return made;
}

async function open(address) {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  thing.replaceChildren(...page.querySelector('#thing').children);
}

if (room && room.dataset.extent && window.ol) {
  room.hidden = false;
  const boxes = [...room.querySelectorAll('input[name=shown]')];
  const map = new ol.Map({
    target: 'map-canvas',
    layers: boxes.map(layer),
    controls: ol.control.defaults.defaults({
      rotate: false,
      attribution: false,
      zoomOptions: { zoomInTipLabel: room.dataset.in, zoomOutTipLabel: room.dataset.out },
    }).extend([new ol.control.ScaleLine()]),
    view: new ol.View({ center: [0, 0], zoom: 10, maxZoom: 19 }),
  });
  const opened = thing.querySelector('[data-box]');
  map.getView().fit(onPlane(opened ? opened.dataset.box : room.dataset.extent), { padding: [20, 20, 20, 20], maxZoom: 16 });
  map.on('singleclick', (event) => {
    // Of things that lie in each other the smallest is meant.
    const hit = [];
    map.forEachFeatureAtPixel(event.pixel, (feature, of) => { hit.push({ feature, of }); }, { hitTolerance: 4 });
    const size = (one) => ol.extent.getArea(one.feature.getGeometry().getExtent());
    const meant = hit.sort((one, other) => size(one) - size(other))[0];
    if (meant) open(meant.of.get('page') + encodeURIComponent(meant.feature.getId()));
  });
}
