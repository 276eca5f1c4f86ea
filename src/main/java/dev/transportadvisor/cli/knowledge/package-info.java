/** What the commands know, built in or from files of the user's own. */
package dev.transportadvisor.cli.knowledge;
