import type * as vscode from 'vscode';

/** Documents of every language: which of them are looked at is a setting, and asked for each document. */
export const EVERY_DOCUMENT: vscode.DocumentSelector = { language: '*' };

/** The same, before the editor's own providers for every document, such as the one that highlights words. */
export const EVERY_DOCUMENT_FIRST: vscode.DocumentSelector = { language: '*', pattern: '**/*' };
