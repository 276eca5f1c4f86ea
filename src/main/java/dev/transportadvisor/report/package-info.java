/** Values to text, one class per output format. Nothing is decided, printed or written here. */
package dev.transportadvisor.report;
