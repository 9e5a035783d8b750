import * as vscode from 'vscode';
import type { StoreFiles, Unique } from '../../core/publisher/store/files';

/** The store as a folder of the editor, on whatever file system its storage is. */
export function editorFiles(folder: vscode.Uri): StoreFiles {
  const { fs } = vscode.workspace;
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, path);
  return {
    list: async (path) => {
      try {
        return (await fs.readDirectory(at(path))).map(([name]) => name);
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    read: async (path) => fs.readFile(at(path)),
    write: async (path, bytes) => fs.writeFile(at(path), bytes),
    rename: async (from, to) => fs.rename(at(from), at(to), { overwrite: false }),
    remove: async (path) => {
      try {
        await fs.delete(at(path), { recursive: true, useTrash: false });
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

export const UNIQUE: Unique = {
  now: Date.now,
  random: () => crypto.randomUUID().replaceAll('-', '').slice(0, 8),
};

interface Digests {
  digest(name: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer>;
}

/** In lower-case hexadecimal; empty if the host has no means to compute it. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto as { readonly subtle?: Digests };
  if (!subtle) return '';
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
