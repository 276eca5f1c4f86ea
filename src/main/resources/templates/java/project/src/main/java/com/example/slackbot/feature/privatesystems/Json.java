package com.example.slackbot.feature.privatesystems;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads answers that may lack a field: what is not there, or of another kind, is empty. */
public final class Json {
    private Json() {}

    public static JsonObject object(JsonElement parent, String name) {
        JsonElement value = value(parent, name);
        return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
    }

    public static JsonArray array(JsonElement parent, String name) {
        JsonElement value = value(parent, name);
        return value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
    }

    public static String text(JsonElement parent, String name) {
        JsonElement value = value(parent, name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    private static JsonElement value(JsonElement parent, String name) {
        return parent != null && parent.isJsonObject() ? parent.getAsJsonObject().get(name) : null;
    }
}
