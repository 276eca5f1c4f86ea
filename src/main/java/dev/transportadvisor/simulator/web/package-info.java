/** The Web API: its methods, what tokens may do, faults on demand, and the journal of what the bot called. */
package dev.transportadvisor.simulator.web;
