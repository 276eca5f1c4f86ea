/** What people do: they write, click, fill in and open, which changes what is to be seen and is told to the bot. */
package dev.transportadvisor.simulator.people;
