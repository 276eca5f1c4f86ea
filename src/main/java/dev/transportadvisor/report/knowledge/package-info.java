/** What is known, listed and explained. */
package dev.transportadvisor.report.knowledge;
