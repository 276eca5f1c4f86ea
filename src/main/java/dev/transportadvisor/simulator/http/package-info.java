/** The local server: requests, replies and their formats. Nobody outside this machine reaches it. */
package dev.transportadvisor.simulator.http;
