/** What scripts and people steer the local Slack with: endpoints below {@code /simulator/}, and the page. */
package dev.transportadvisor.simulator.control;
