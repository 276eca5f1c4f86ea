package com.example.slackbot.feature.workspaces;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks texts away with AES-GCM: who reads the database cannot read them, and who writes it cannot change them or put
 * one in the place of another. The first key locks, each of them opens, so that a key can be replaced.
 *
 * @see <a href="https://csrc.nist.gov/pubs/sp/800/38/d/final">NIST SP 800-38D</a>
 */
final class KeyRing {
    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String current;

    /**
     * @param encoded keys of 32 random bytes in Base64, separated by commas, the one that locks first
     * @throws IllegalArgumentException when one is something else
     */
    KeyRing(String encoded) {
        for (String part : encoded.split(",", -1)) {
            byte[] key = Base64.getDecoder().decode(part.strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException();
            }
            keys.putIfAbsent(id(key), new SecretKeySpec(key, "AES"));
        }
        current = keys.keySet().iterator().next();
    }

    /** Tells keys apart, and says nothing about any. */
    private static String id(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** @param place where it will lie, such as a row's key: it opens nowhere else */
    String lock(String text, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, keys.get(current), nonce, place)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(nonce.length + locked.length).put(nonce).put(locked).array();
            return current + ":" + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /** @throws IllegalStateException when its key is not on the ring, or it was changed or lay elsewhere */
    String open(String locked, String place) {
        String[] parts = locked.split(":", 2);
        SecretKey key = keys.get(parts[0]);
        if (key == null) {
            throw new IllegalStateException("TOKEN_KEY lacks the key " + parts[0] + ", with which tokens are encrypted."
                    + " Add it behind a comma.");
        }
        byte[] all = Base64.getDecoder().decode(parts[1]);
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, place);
            return new String(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored token was changed, or belongs elsewhere", e);
        }
    }

    /** Whether it was locked with a key of the ring that is not the first. */
    boolean isOld(String locked) {
        String id = locked.split(":", 2)[0];
        return keys.containsKey(id) && !id.equals(current);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
