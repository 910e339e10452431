package com.guance.billing.inmemory.marketplace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Result;
import com.guance.billing.inmemory.marketplace.UsageAllocation.Tag;
import java.util.List;

/** The metering API's shapes as AWS's JSON 1.1 protocol writes them; what is absent is left out. */
final class MeteringJson {

    private MeteringJson() {}

    /** How many bytes the request has on the wire, whichever face it came by. */
    static int bytesOf(BatchMeterUsageRequest request) {
        ObjectNode json = Json.object();
        if (!request.productCode().isEmpty()) {
            json.put("ProductCode", request.productCode());
        }
        json.set("UsageRecords", records(request.records()));
        return Json.bytes(json).length;
    }

    static ObjectNode of(ResolveCustomerAnswer answer) {
        ObjectNode json = Json.object()
                .put("CustomerAWSAccountId", answer.customerAwsAccountId())
                .put("ProductCode", answer.productCode());
        if (answer.customerIdentifier() != null) {
            json.put("CustomerIdentifier", answer.customerIdentifier());
        }
        if (answer.licenseArn() != null) {
            json.put("LicenseArn", answer.licenseArn());
        }
        return json;
    }

    static ObjectNode of(BatchMeterUsageAnswer answer) {
        ArrayNode results = Json.array();
        answer.results().forEach(result -> results.add(of(result)));
        ObjectNode json = Json.object();
        json.set("Results", results);
        json.set("UnprocessedRecords", records(answer.unprocessed()));
        return json;
    }

    private static ObjectNode of(Result result) {
        ObjectNode json = Json.object().put("Status", result.status().spelling());
        if (result.meteringRecordId() != null) {
            json.put("MeteringRecordId", result.meteringRecordId());
        }
        json.set("UsageRecord", of(result.record()));
        return json;
    }

    private static ArrayNode records(List<UsageRecord> records) {
        ArrayNode json = Json.array();
        records.forEach(record -> json.add(of(record)));
        return json;
    }

    private static ObjectNode of(UsageRecord record) {
        CustomerReference customer = record.customer();
        ObjectNode json = Json.object()
                .put("Timestamp", Json.seconds(record.timestamp().toEpochMilli()))
                .put("Dimension", record.dimension())
                .put("Quantity", record.quantity());
        if (customer.customerIdentifier() != null) {
            json.put("CustomerIdentifier", customer.customerIdentifier());
        }
        if (customer.awsAccountId() != null) {
            json.put("CustomerAWSAccountId", customer.awsAccountId());
        }
        if (customer.licenseArn() != null) {
            json.put("LicenseArn", customer.licenseArn());
        }
        if (record.allocations() != null) {
            ArrayNode allocations = json.putArray("UsageAllocations");
            record.allocations().forEach(allocation -> allocations.add(of(allocation)));
        }
        return json;
    }

    private static ObjectNode of(UsageAllocation allocation) {
        ObjectNode json = Json.object().put("AllocatedUsageQuantity", allocation.quantity());
        if (allocation.tags() != null) {
            ArrayNode tags = json.putArray("Tags");
            allocation.tags().forEach(tag -> tags.add(of(tag)));
        }
        return json;
    }

    private static ObjectNode of(Tag tag) {
        return Json.object().put("Key", tag.key()).put("Value", tag.value());
    }
}
