package com.guance.billing.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClientBuilder;

/** The real SDK, as a host builds it. */
final class Sdk {

    static final String ACCESS_KEY = "AKID";
    static final String SECRET_KEY = "SECRET";

    private Sdk() {}

    static MarketplaceMeteringClient client(URI endpoint) {
        return builder(endpoint)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    static MarketplaceMeteringClient client(URI endpoint, Consumer<ClientOverrideConfiguration.Builder> settings) {
        return builder(endpoint)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(settings)
                .build();
    }

    static MarketplaceMeteringClient client(URI endpoint, AwsCredentialsProvider credentials) {
        return builder(endpoint)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(credentials)
                .build();
    }

    static MarketplaceMeteringClient client(URI endpoint, SdkHttpClient http) {
        return builder(endpoint).httpClient(http).build();
    }

    /** Where nobody listens. */
    static URI closedPort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static MarketplaceMeteringClientBuilder builder(URI endpoint) {
        return MarketplaceMeteringClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)));
    }
}
