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

/** Says what the map cannot show, or nothing. */
function say(text) {
  room.querySelector('.map-word').textContent = text;
}

function source(items, title) {
  const format = new ol.format.GeoJSON({ dataProjection: PLAIN, featureProjection: FLAT });
  const made = new ol.source.Vector({
    strategy: ol.loadingstrategy.bbox,
    loader: (box, resolution, projection, done, failed) => {
      pages(items, box, (found) => made.addFeatures(format.readFeatures(found)))
        .then(() => { done([]); say(''); })
        .catch(() => { made.removeLoadedExtent(box); failed(); say(`${room.dataset.failed} ${title}`); });
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
      offsetY: feature.getGeometry().getType() === 'Point' ? -12 : 0,
      fill: new ol.style.Fill({ color: colour }),
      stroke: new ol.style.Stroke({ color: '#fff', width: 3 }),
    }) : undefined,
  });
}

/** The address keeps which layers are chosen: it can be handed on. */
function choose(boxes) {
  const chosen = boxes.filter((box) => box.checked);
  const address = new URL(location);
  address.searchParams.delete('shown');
  chosen.forEach((box) => address.searchParams.append('shown', box.value));
  history.replaceState(null, '', address);
  say(chosen.length ? '' : room.dataset.none);
}

function layer(box) {
  const colour = getComputedStyle(box.parentElement.querySelector('.map-colour')).color;
  const made = new ol.layer.Vector({ source: source(box.dataset.items, box.closest('label').textContent.trim()), style: style(colour), visible: box.checked, declutter: true });
  made.set('page', box.dataset.page);
  box.addEventListener('change', () => made.setVisible(box.checked));
  return made;
}

/** A place that was asked for, marked above all layers. */
function mark(place) {
  const point = new ol.Feature(new ol.geom.Point(ol.proj.fromLonLat(place.split(',').map(Number))));
  point.setStyle(new ol.style.Style({
    image: new ol.style.Circle({ radius: 9, stroke: new ol.style.Stroke({ color: getComputedStyle(room).color, width: 3 }) }),
  }));
  return new ol.layer.Vector({ source: new ol.source.Vector({ features: [point] }) });
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
  boxes.forEach((box) => box.addEventListener('change', () => choose(boxes)));
  if (!boxes.some((box) => box.checked)) say(room.dataset.none);
  const opened = thing.querySelector('[data-box]');
  map.getView().fit(onPlane(opened ? opened.dataset.box : room.dataset.extent), { padding: [20, 20, 20, 20], maxZoom: 16 });
  if (room.dataset.at) {
    const marked = mark(room.dataset.at);
    map.addLayer(marked);
    map.getView().fit(marked.getSource().getExtent(), { maxZoom: 16 });
  }
  map.on('singleclick', (event) => {
    // Of things that lie in each other the smallest is meant.
    const hit = [];
    map.forEachFeatureAtPixel(event.pixel, (feature, of) => { hit.push({ feature, of }); }, { hitTolerance: 4 });
    const size = (one) => ol.extent.getArea(one.feature.getGeometry().getExtent());
    const meant = hit.sort((one, other) => size(one) - size(other))[0];
    if (meant && meant.of.get('page')) open(meant.of.get('page') + encodeURIComponent(meant.feature.getId()));
  });
}
