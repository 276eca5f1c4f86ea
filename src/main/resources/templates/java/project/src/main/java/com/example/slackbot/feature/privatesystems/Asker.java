package com.example.slackbot.feature.privatesystems;

import com.slack.api.methods.MethodsClient;

/**
 * Who typed or clicked, where, as Slack says; never what a message or a button says.
 *
 * @param slack the Web API of that workspace
 */
record Asker(String user, String team, String channel, MethodsClient slack) {}
