package com.example.slackbot.feature.inbox;

import java.time.Instant;

/**
 * A delivery of Slack's, as the database keeps it.
 *
 * @param id what tells it from every other one; the same in each of Slack's repeats
 * @param body the request's, as Slack sent it: a JSON object or a form
 * @param received when it came first
 * @param attempts how often work on it has failed
 */
record StoredDelivery(String id, String body, Instant received, int attempts) {}
