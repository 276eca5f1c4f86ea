/** What formats are made of, whatever they say: JSON, XML, Markdown, and text on a terminal and in a shell. */
package dev.transportadvisor.report.format;
