/** One package in package-lock.json (version 3), under its path in node_modules. */
export type LockEntry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
export type LockPackages = Record<string, LockEntry>;

/** The numbers of a version, for comparison; a pre-release counts as its release. */
function numbersOf(version: string): number[] {
  return (version.split("-")[0] ?? "").split(".").map(Number);
}

/** True if a version is at least another one. */
export function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(floor)];
  for (const [index, part] of b.entries()) {
    const own = a[index] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}

/**
 * The entry that Node would resolve for a dependency of the package at `place`: in its own
 * node_modules, or in one of a folder above.
 */
function resolve(packages: LockPackages, place: string, name: string): LockEntry | undefined {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const found = packages[`${folder ? `${folder}/` : ""}node_modules/${name}`];
    if (found || folder === "") return found;
  }
}

/**
 * Dependencies without an entry in the lockfile, or with an entry of a different version than the
 * exact one required. npm writes such lockfiles if a package of another platform is missing in the
 * registry, and every later `npm ci` fails.
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

/** Every path at which a package is installed, with its version. */
export function placesOf(packages: LockPackages, name: string): { place: string; version: string }[] {
  return Object.entries(packages)
    .filter(([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`))
    .map(([place, { version = "" }]) => ({ place, version }));
}
