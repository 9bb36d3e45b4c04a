/** One package as package-lock.json (version 3) notes it, under its place in node_modules. */
export type LockEntry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
export type LockPackages = Record<string, LockEntry>;

/** Numbers of a version, for comparison; a pre-release counts as its release. */
function numbersOf(version: string): number[] {
  return (version.split("-")[0] ?? "").split(".").map(Number);
}

/** Whether a version is at least another one. */
export function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(floor)];
  for (const [index, part] of b.entries()) {
    const own = a[index] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}

/**
 * Where Node would find a dependency of the package at `place`: beside it, or in a folder above.
 */
function resolve(packages: LockPackages, place: string, name: string): LockEntry | undefined {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const found = packages[`${folder ? `${folder}/` : ""}node_modules/${name}`];
    if (found || folder === "") return found;
  }
}

/**
 * Dependencies that the lockfile names without an entry, or with an entry of another version than
 * the exact one asked for. npm writes such lockfiles when a package of another platform is missing
 * on the registry, and every later `npm ci` fails.
 */
export function missingEntries(packages: LockPackages): string[] {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter(([name, range]) => {
        const found = resolve(packages, place, name);
        return !found || (/^\d+\.\d+\.\d+[\w.-]*$/.test(range) && found.version !== range);
      })
      .map(([name, range]) => `${place || "the project"} needs ${name} ${range}`),
  );
}

/** Every place in which a package stands, with its version. */
export function placesOf(packages: LockPackages, name: string): { place: string; version: string }[] {
  return Object.entries(packages)
    .filter(([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`))
    .map(([place, { version = "" }]) => ({ place, version }));
}
