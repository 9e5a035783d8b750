// PNG files with a palette: pictures of user interfaces have few colors, and take a third of the space so.
import zlib from 'node:zlib';

const MAX_COLORS = 256;

/**
 * A PNG of 8 bits to a pixel.
 * @param pixels RGBA of each pixel, row by row; opaque.
 */
export function palettePng(width, height, pixels) {
  const { palette, indexOf } = paletteOf(pixels);
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: none
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf(colorAt(pixels, y * width + x));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits, palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const colorAt = (pixels, at) => (pixels[at * 4] << 16) | (pixels[at * 4 + 1] << 8) | pixels[at * 4 + 2];
const channels = (color) => [color >> 16, (color >> 8) & 0xff, color & 0xff];

/** Colors that leave little to be seen of the difference: each is the one that most pixels lack most. */
function paletteOf(pixels) {
  const counts = new Map();
  for (let at = 0; at < pixels.length / 4; at++) {
    const color = colorAt(pixels, at);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const colors = [...counts].map(([color, count]) => ({ color, count, index: 0, distance: Infinity }));
  const palette = [];
  let next = colors.reduce((most, each) => (each.count > most.count ? each : most));
  while (next && palette.length < MAX_COLORS) {
    const index = palette.push(next.color) - 1;
    for (const each of colors) {
      const distance = distanceOf(each.color, next.color);
      if (distance < each.distance) Object.assign(each, { index, distance });
    }
    next = worstOf(colors);
  }
  const indexes = new Map(colors.map(({ color, index }) => [color, index]));
  return { palette, indexOf: (color) => indexes.get(color) };
}

/** The one that is shown worst, in most pixels; undefined where all are shown as they are. */
function worstOf(colors) {
  let worst;
  let most = 0;
  for (const each of colors) {
    const error = each.count * each.distance;
    if (error > most) [worst, most] = [each, error];
  }
  return worst;
}

function distanceOf(one, other) {
  const [red, green, blue] = channels(one);
  const [r, g, b] = channels(other);
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
