/** What has happened, as a file that a colleague or a test can take up. */
package dev.transportadvisor.simulator.story;
