package dev.transportadvisor.drill.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DB_PASSWORD", "hunter2-hunter2",
            "my_api_key", "k-0123456789",
            "DEBUG_TOKEN", "true",
            "HOME", "/home/someone");

    @ParameterizedTest
    @CsvSource({
        "connect with hunter2-hunter2, connect with …",
        "k-0123456789 and hunter2-hunter2, … and …",
        "DEBUG_TOKEN is true, DEBUG_TOKEN is true",
        "in /home/someone, in /home/someone",
        "token xo%sxb-1-2-abc refused, token … refused",
        "xa%spp-1-A.b_c, …",
        "xox%se.xoxp-1-2-abc, …",
        "a workflow with xw%sfp-1-abc, a workflow with …",
        "posts to https://hooks.sl%sack.com/services/T0/B0/a1B2: 404, posts to https://…: 404",
        "cookie d=xo%sxd-ab%%2Fcd%%3D; path, cookie d=…; path",
    })
    void masksWhatIsSecretAndLeavesTheRest(String printed, String shown) {
        assertEquals(shown, new SecretMask(ENVIRONMENT).masked(printed.replace("%s", "").replace("%%", "%")));
    }
}
