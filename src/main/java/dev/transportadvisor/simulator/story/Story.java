package dev.transportadvisor.simulator.story;

import dev.transportadvisor.simulator.conversation.Message;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has happened.
 *
 * @param messages of all channels, in the order of their channels and times
 * @param homes each person's Home tab, by the person's id
 * @param deliveries the first one first
 */
public record Story(List<Message> messages, Map<String, ObjectNode> homes, List<PastDelivery> deliveries) {}
