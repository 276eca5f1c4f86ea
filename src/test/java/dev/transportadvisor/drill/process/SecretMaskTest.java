package dev.transportadvisor.drill.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "at amqp://guest:pw@mq:5672/, at amqp://guest:…@mq:5672/",
        "at http://[::1]:8080/a@b, at http://[::1]:8080/a@b",
    })
    void masksWhatIsSecretAndLeavesTheRest(String printed, String shown) {
        assertEquals(shown, new SecretMask(ENVIRONMENT).masked(printed.replace("%s", "").replace("%%", "%")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GITHUB_PAT", "MYSQL_PWD", "SIGNING_PRIVATE_KEY", "AWS_CREDENTIALS", "NPM_AUTH", "TOKEN_KEY", "DB_PASS",
                "ssh_passphrase"
            })
    void knowsSecretsByTheirNames(String name) {
        assertEquals("is …!", new SecretMask(Map.of(name, "s3cr3t-value")).masked("is s3cr3t-value!"));
    }

    @ParameterizedTest
    @CsvSource({
        "PWD, /tmp",
        "SSH_AUTH_SOCK, /dev/null",
        "GOOGLE_APPLICATION_CREDENTIALS, /etc/passwd",
        "AUTH, disabled",
        "SORT_KEY, created-at",
        "PATTERN, s3cr3t-value",
        "AUTHOR, s3cr3t-value",
        "KEYBOARD, pc105-model",
        "COMPASS, s3cr3t-value",
        "NPM_TOKEN, short1",
        "DATABASE_URL, postgresql://postgres:postgres@localhost/bot1"
    })
    void leavesSettingsFoldersAndCommonWords(String name, String value) {
        String printed = "it is " + value.replaceFirst(".*@", "postgres on ");
        assertEquals(printed, new SecretMask(Map.of(name, value)).masked(printed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\\n"})
    void masksEachLineOfAKeyAndNotWhatStandsAroundIt(String lineBreak) {
        List<String> lines = List.of("-----BEGIN PRIVATE KEY-----", "MIIBVQIBADANBgkq", "hkiG9w0BAQEFAASC", "-----END");
        String key = String.join(lineBreak, lines);
        SecretMask mask = new SecretMask(Map.of("APP_PRIVATE_KEY", key));
        assertEquals("bad line: …", mask.masked("bad line: hkiG9w0BAQEFAASC"));
        assertEquals("no -----BEGIN PRIVATE KEY-----", mask.masked("no -----BEGIN PRIVATE KEY-----"));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://bot:p%40ssw0rd-1@db:5432/bot, p@ssw0rd-1",
        "postgresql://bot:p%40ssw0rd-1@db:5432/bot, p%40ssw0rd-1",
        "jdbc:postgresql://db/bot?user=bot&password=s3cr3t-value, s3cr3t-value",
    })
    void masksThePasswordInAUrlWhateverTheVariableIsCalled(String url, String password) {
        assertEquals("refused: …", new SecretMask(Map.of("DATABASE_URL", url)).masked("refused: " + password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b:", "me:", "bot:"})
    void masksATokenInBase64WhereverItBegins(String user) {
        SecretMask mask = new SecretMask(Map.of("JENKINS_TOKEN", "t0k>n-t0k?n"));
        byte[] credentials = (user + "t0k>n-t0k?n").getBytes(StandardCharsets.UTF_8);
        String plain = Base64.getEncoder().encodeToString(credentials);
        String forUrls = Base64.getUrlEncoder().withoutPadding().encodeToString(credentials);
        assertEquals("Basic … and ….", mask.masked("Basic " + plain + " and " + forUrls + "."));
    }

    @Test
    void isQuickWithALongLine() {
        SecretMask mask = new SecretMask(Map.of("A_TOKEN", "aaaaaaaaaaaaaaaa", "B_TOKEN", "t0k>n-t0k?n"));
        String line = "YWFh".repeat(2_048);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> mask.masked(line.substring(1) + "!" + line + "."));
    }
}
