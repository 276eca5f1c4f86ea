/** The bot as a process of this machine, with everything that it starts: nothing of it is left in the end. */
package dev.transportadvisor.drill.process;
