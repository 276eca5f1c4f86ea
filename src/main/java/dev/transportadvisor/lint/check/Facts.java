package dev.transportadvisor.lint.check;

import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.lint.secret.SecretShapes;
import dev.transportadvisor.manifest.AgentViews;
import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.manifest.ScopeCatalog;

/** What is known of Slack and of the web, for checks to lean on. */
public record Facts(
        ManifestFields fields,
        EventCatalog events,
        ScopeCatalog scopes,
        HostCatalog hosts,
        SecretShapes secrets,
        BuiltinCommands builtinCommands,
        AgentViews agents) {}
