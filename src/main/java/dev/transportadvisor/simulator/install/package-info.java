/** Installations of the app by OAuth, and their tokens. */
package dev.transportadvisor.simulator.install;
