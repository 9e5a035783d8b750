// Stands in for VS Code's log writer, whose compiled part npm does not carry, so that output channels have content.
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(file) {
    this.file = file;
    this.lowest = 0;
    this.isRaw = false;
  }
  trace = (text) => this.write(0, text);
  debug = (text) => this.write(1, text);
  info = (text) => this.write(2, text);
  warn = (text) => this.write(3, text);
  error = (text) => this.write(4, text);
  critical = (text) => this.write(5, text);
  getLevel = () => this.lowest;
  setLevel = (level) => void (this.lowest = level);
  clearFormatters = () => void (this.isRaw = true);
  setPattern() {}
  flush() {}
  drop() {}

  write(level, text) {
    if (level < this.lowest) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    fs.appendFileSync(this.file, this.isRaw ? text : `${time} [${levels[level]}] ${text}\n`);
  }
}

async function createLogger(_name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(file);
}

exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
