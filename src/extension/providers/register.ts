import type * as vscode from 'vscode';

/** Documents of every language: which of them are looked at is a setting, and asked for each document. */
export const EVERY_DOCUMENT: vscode.DocumentSelector = { language: '*' };
