/**
 * Writes a bot: a {@link dev.transportadvisor.scaffold.Template} and a {@link
 * dev.transportadvisor.scaffold.ProjectSpec} become files as values, and one class puts such files
 * on the disk. A template is a project that compiles and runs as it is; only names are replaced.
 */
package dev.transportadvisor.scaffold;
