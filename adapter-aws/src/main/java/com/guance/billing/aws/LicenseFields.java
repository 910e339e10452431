package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Writes the {@code LicenseArn} of each usage record into the request, and takes the {@code ProductCode} out, before it is signed: the
 * SDK at hand may be older than the license scheme ("UsageRecord" page of the API reference). With one that knows the field the
 * request is the same. A request that is not what it expects does not leave.
 */
final class LicenseFields implements ExecutionInterceptor {

    static final String LICENSE_ARN = "LicenseArn";

    private final List<String> arns;

    /** With the ARNs of the records, in their order. */
    LicenseFields(List<String> arns) {
        this.arns = List.copyOf(arns);
    }

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        RequestBody unlicensed = body(context);
        byte[] licensed = licensed(unlicensed);
        return Optional.of(RequestBody.fromContentProvider(
                RequestBody.fromBytes(licensed).contentStreamProvider(), licensed.length, unlicensed.contentType()));
    }

    /** The SDK keeps the length of the body that it has written itself, and an HTTP client would cut ours there. */
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder()
                .putHeader("Content-Length", Integer.toString(licensed(body(context)).length))
                .build();
    }

    private byte[] licensed(RequestBody unlicensed) {
        ObjectNode json = object(unlicensed);
        json.remove("ProductCode");
        JsonNode records = json.path("UsageRecords");
        if (records.size() != arns.size()) {
            throw unexpected();
        }
        for (int place = 0; place < arns.size(); place++) {
            if (!(records.get(place) instanceof ObjectNode record)) {
                throw unexpected();
            }
            record.put(LICENSE_ARN, arns.get(place));
        }
        return WireJson.bytes(json);
    }

    private static RequestBody body(Context.ModifyHttpRequest context) {
        return context.requestBody().orElseThrow(LicenseFields::unexpected);
    }

    private static ObjectNode object(RequestBody body) {
        try (InputStream content = body.contentStreamProvider().newStream()) {
            return WireJson.object(content.readAllBytes()).getOrElseThrow(LicenseFields::unexpected);
        } catch (IOException unreadable) {
            throw unexpected();
        }
    }

    /** The license's own id in what AWS says of a record, by whatever ARN. */
    static Option<String> licenseOf(JsonNode usageRecord) {
        return arnOf(usageRecord).map(LicenseFields::idOf);
    }

    /** The ARN of a license in what AWS says, as it is. */
    static Option<String> arnOf(JsonNode said) {
        JsonNode arn = said.path(LICENSE_ARN);
        return arn.isTextual() ? Option.some(arn.textValue()) : Option.none();
    }

    private static String idOf(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static IllegalStateException unexpected() {
        return new IllegalStateException("the request is not the JSON that licenses could be written into");
    }
}
