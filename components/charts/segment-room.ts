/** Widths of bars, in pixels, for which stacked-bars.css has rules. */
const barWidths = [48, 72, 96, 128, 160, 200, 240, 300, 360, 420, 480, 600, 720, 960, 1200] as const;

/** A number needs this many pixels; it is also the smallest target for a finger. */
const numberWidth = 24;
/** A glyph beside its number needs this many. */
const glyphWidth = 44;

/**
 * The smallest width of a bar at which a segment has room, as stacked-bars.css names it. The server
 * does not know how wide a bar will be; the style sheet asks.
 * @param percent the segment's part of the bar
 */
function barFor(percent: number, pixels: number): string {
  return String(barWidths.find((width) => (width * percent) / 100 >= pixels) ?? "none");
}

/** From which width of the bar the number and the glyph stand in a segment. */
export function roomOf(percent: number): { number: string; glyph: string } {
  return { number: barFor(percent, numberWidth), glyph: barFor(percent, glyphWidth) };
}
