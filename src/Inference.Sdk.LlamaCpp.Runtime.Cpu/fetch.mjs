// Brings llama.cpp's libraries into node_modules: the ones of this machine, or with --all those of every platform.
// npm checks every package against the integrity hash in package-lock.json. The packages are installed in a folder of
// this process' own and moved into place at the end, so that builds that run side by side never see half of them.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = {
  "darwin-arm64": "mac-arm64-metal", "darwin-x64": "mac-x64", "linux-arm64": "linux-arm64", "linux-x64": "linux-x64",
  "win32-arm64": "win-arm64", "win32-x64": "win-x64",
};
const remedy = "Install Node.js 20 or later, which brings npm, or set the environment variable INFERENCE_LLAMACPP_PATH to "
  + "the folder of a llama.cpp build, and nothing is fetched.";
const root = dirname(fileURLToPath(import.meta.url));
const target = join(root, "node_modules");
const marker = process.argv.includes("--all") ? ".fetched-all" : ".fetched";
const lockHash = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");

class FetchError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

// The packages are optional dependencies, so that npm takes those of one platform; it does not complain of a missing one.
function install(folder, platform, options) {
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
    copyFileSync(join(root, file), join(folder, file));
  }

  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", ...options];
  // On Windows npm is a command file, which only a shell runs. No argument comes from outside.
  const done = spawnSync("npm", args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
  if (done.error?.code === "ENOENT") {
    throw new FetchError("LLAMACPP002", `npm was not found on the path. ${remedy}`);
  }

  const arrived = existsSync(join(folder, "node_modules", "@node-llama-cpp", packages[platform], "bins"));
  if (done.error || done.status !== 0 || !arrived) {
    const told = `${done.stdout ?? ""}\n${done.stderr ?? ""}`.split("\n").filter(line => line.startsWith("npm error"));
    const reason = done.error?.message ?? (told.slice(0, 8).join(" | ") || `no package for ${platform} arrived`);
    throw new FetchError("LLAMACPP003", `npm could not fetch llama.cpp's libraries: ${reason}. Check the network and npm's `
      + "settings, or set INFERENCE_LLAMACPP_PATH to the folder of a llama.cpp build.");
  }
}

// Whether what is in place is of this lock file. Its time is renewed, since the build goes by time.
function isInPlace() {
  const path = join(target, marker);
  if (!existsSync(path) || readFileSync(path, "utf8") !== lockHash) {
    return false;
  }

  utimesSync(path, new Date(), new Date());
  return true;
}

// Another build may do the same at this moment: the first one's folder stays, for its files may be in use already.
function moveIntoPlace(fresh, work) {
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      renameSync(fresh, target);
      return;
    } catch (error) {
      if (!existsSync(target)) {
        throw error;
      }
    }

    if (isInPlace()) {
      return;
    }

    try {
      renameSync(target, join(work, `replaced-${attempt}`));
    } catch (error) {
      if (existsSync(target)) {
        throw error;
      }
    }
  }

  throw new FetchError("LLAMACPP004", `${target} could not be replaced. Close what uses it and build again.`);
}

function fetch() {
  const here = `${process.platform}-${process.arch}`;
  const musl = process.platform === "linux" && !process.report.getReport().header.glibcVersionRuntime;
  if (Number(process.versions.node.split(".")[0]) < 20) {
    throw new FetchError("LLAMACPP001", `Node.js ${process.versions.node} is too old. ${remedy}`);
  }

  if (!(here in packages) || musl) {
    throw new FetchError("LLAMACPP005", `There are no prebuilt llama.cpp libraries for ${here}${musl ? " with musl" : ""}. `
      + "Build llama.cpp's release b10361 as shared libraries and set the environment variable INFERENCE_LLAMACPP_PATH to "
      + "their folder.");
  }

  mkdirSync(join(root, "obj"), { recursive: true });
  const work = mkdtempSync(join(root, "obj", "fetch-"));
  try {
    install(work, here, []);
    const fresh = join(work, "node_modules");
    if (marker === ".fetched-all") {
      for (const platform of Object.keys(packages)) {
        const [os, cpu] = platform.split("-");
        const other = join(work, platform);
        mkdirSync(other);
        install(other, platform, [`--os=${os}`, `--cpu=${cpu}`, ...(os === "linux" ? ["--libc=glibc"] : [])]);
        cpSync(join(other, "node_modules"), fresh, { recursive: true });
      }

      writeFileSync(join(fresh, ".fetched"), lockHash);
    }

    writeFileSync(join(fresh, marker), lockHash);
    moveIntoPlace(fresh, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

try {
  if (!isInPlace()) {
    fetch();
  }
} catch (error) {
  // The form that MSBuild shows as an error of the build.
  console.error(`fetch.mjs : error ${error instanceof FetchError ? error.code : "LLAMACPP004"}: ${error.message}`);
  process.exitCode = 1;
}
