/** What commands are made of: what describes them, their options and parameters. */
package dev.transportadvisor.cli.command;
