/** The app that a manifest declares: what Slack would send to it, and what its tokens may do. */
package dev.transportadvisor.simulator.app;
