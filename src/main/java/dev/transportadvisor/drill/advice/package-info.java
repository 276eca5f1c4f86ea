/** What the drill advises: chosen by what was seen of the bot, and by the framework that it is made with. */
package dev.transportadvisor.drill.advice;
