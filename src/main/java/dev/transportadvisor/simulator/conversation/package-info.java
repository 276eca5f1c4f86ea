/** What people see of each other and of the bot: messages, reactions, modals, the Home tab. */
package dev.transportadvisor.simulator.conversation;
