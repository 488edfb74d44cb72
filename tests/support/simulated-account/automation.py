"""Runs a document of Systems Manager Automation in a simulated account, which runs none itself.

Reads {"document", "parameters", "decision", "region"} as JSON from its input and writes {"status", "steps"}. It knows the actions and
options that the project's documents have, and refuses any other. Calls are made with boto3, by whose names Automation takes them, so that
a parameter that an operation does not have is refused.
"""

import json
import re
import sys

import boto3
from botocore.exceptions import ClientError

STEP_KEYS = {
    "name",
    "action",
    "inputs",
    "outputs",
    "onFailure",
    "isCritical",
    "nextStep",
    "isEnd",
    "timeoutSeconds",
}


def main():
    order = json.load(sys.stdin)
    document = order["document"]
    values = parameters_of(document, order["parameters"])
    steps = document["mainSteps"]
    places = {step["name"]: index for index, step in enumerate(steps)}
    taken = []
    status = "Success"
    place = 0
    while place is not None:
        step = steps[place]
        unknown = set(step) - STEP_KEYS
        if unknown:
            raise ValueError(f"{step['name']} has {unknown}")
        record, following = run_step(step, values, order)
        taken.append({"name": step["name"], **record})
        if record["status"] != "Success":
            if step.get("onFailure") != "Continue":
                status = record["status"]
                break
            if step.get("isCritical", True):
                status = record["status"]
        following = following or step.get("nextStep")
        if step.get("isEnd"):
            place = None
        elif following is not None:
            place = places[following]
        else:
            place = place + 1 if place + 1 < len(steps) else None
    json.dump({"status": status, "steps": taken}, sys.stdout, default=str)


def parameters_of(document, given):
    """The parameters of a run, each of which the document has to let through."""
    declared = document["parameters"]
    for name in given:
        if name not in declared:
            raise ValueError(f"{name} is no parameter")
    values = {}
    for name, form in declared.items():
        value = given.get(name, form.get("default"))
        if value is None:
            raise ValueError(f"{name} is missing")
        if "allowedValues" in form and value not in form["allowedValues"]:
            raise ValueError(f"{name} may not be {value}")
        if "allowedPattern" in form and not re.search(form["allowedPattern"], value):
            raise ValueError(f"{name} may not be {value}")
        values[name] = value
    return values


def run_step(step, values, order):
    inputs = filled(step["inputs"], values)
    if step["action"] == "aws:branch":
        for choice in inputs["Choices"]:
            if choice["Variable"] == choice["StringEquals"]:
                return {"status": "Success"}, choice["NextStep"]
        return {"status": "Success"}, inputs["Default"]
    if step["action"] == "aws:approve":
        return ask(inputs, order), None
    if step["action"] == "aws:executeAwsApi":
        return call(step, inputs, order["region"]), None
    raise ValueError(f"no action {step['action']}")


def ask(inputs, order):
    """Publishes as Automation does; the decision is the order's."""
    name = inputs["NotificationArn"].split(":")[-1]
    if not name.startswith("Automation"):
        raise ValueError(f"Automation takes no topic {name}")
    if not 1 <= inputs["MinRequiredApprovals"] <= len(inputs["Approvers"]) <= 10:
        raise ValueError("Automation takes 1 to 10 approvers, and no more approvals than there are approvers")
    sns = boto3.client("sns", region_name=order["region"])
    sns.publish(TopicArn=inputs["NotificationArn"], Message=inputs["Message"])
    return {
        "status": "Success" if order["decision"] == "Approve" else "Failed",
        "message": inputs["Message"],
        "approvers": inputs["Approvers"],
    }


def call(step, inputs, region):
    given = dict(inputs)
    client = boto3.client(given.pop("Service"), region_name=region)
    operation = given.pop("Api")
    method = next(name for name, api in client.meta.method_to_api_mapping.items() if api == operation)
    try:
        answer = getattr(client, method)(**given)
    except ClientError as error:
        return {"status": "Failed", "error": error.response["Error"]["Code"]}
    answer.pop("ResponseMetadata", None)
    outputs = {}
    for output in step.get("outputs", []):
        found = selected(answer, output["Selector"])
        if found is None:
            return {"status": "Failed", "error": f"nothing at {output['Selector']}"}
        outputs[output["Name"]] = found
    return {"status": "Success", "outputs": outputs}


def selected(answer, selector):
    """What a selector of the form $.a.b[0].c leads to."""
    found = answer
    for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", selector):
        if name:
            found = found.get(name) if isinstance(found, dict) else None
        else:
            found = found[int(index)] if found and len(found) > int(index) else None
        if found is None:
            return None
    return found


def filled(value, values):
    if isinstance(value, str):
        return re.sub(r"\{\{ (\w+) \}\}", lambda found: values[found.group(1)], value)
    if isinstance(value, list):
        return [filled(one, values) for one in value]
    if isinstance(value, dict):
        return {name: filled(one, values) for name, one in value.items()}
    return value


main()
