#!/usr/bin/env python3
"""Verifies an evidence package without the product: verify.py PACKAGE.zip KEY.pub.pem

Needs Python 3.8 and the openssl command (1.1.1 or newer). Prints WHOLE, or BROKEN and the first thing that does not fit;
the exit code is 0 or 3. The format is described in README.md beside this file.
"""
import base64, hashlib, json, pathlib, subprocess, sys, tempfile, zipfile  # noqa: E401

NOTHING = "0" * 64
CHAINS = ["case.jsonl", "reads.jsonl", "models.jsonl", "list.jsonl"]
DESTROYED = ("case.destroyed", "read.destroyed")
Misfit = type("Misfit", (Exception,), {})


def expect(fits, what):
    if not fits:
        raise Misfit(what)


def canonical(value):  # RFC 8785; the names of our objects are ASCII and our numbers integers
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def signed(key, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, name) for name in ("key", "message", "signature")]
        for file, content in zip(files, (key, message, base64.b64decode(signature))):
            file.write_bytes(content)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-rawin", "-inkey", files[0], "-in", files[1], "-sigfile", files[2]]
        return subprocess.run(command, capture_output=True).returncode == 0


def root_from(leaf, place, size, path):  # RFC 9162, 2.1.3.2
    at, last, root = place, size - 1, leaf
    for sibling in path:
        expect(last > 0, "a proof is too long")
        if at % 2 or at == last:
            root = hashlib.sha256(b"\x01" + sibling + root).digest()
            while at % 2 == 0 and at:
                at, last = at >> 1, last >> 1
        else:
            root = hashlib.sha256(b"\x01" + root + sibling).digest()
        at, last = at >> 1, last >> 1
    expect(last == 0 and 0 <= place < size, "a proof does not fit the tree")
    return root


def read_chain(lines, personal):
    entries = []
    for line in lines:
        read = json.loads(line)
        entry, where = read["entry"], "%s entry %d: " % (read["entry"]["chain"], len(entries) + 1)
        expect(entry["seq"] == len(entries) + 1, where + "missing")
        expect(entry["previous"] == (entries[-1][2] if entries else NOTHING), where + "does not follow the one before")
        expect(not entries or entry["chain"] == entries[0][0]["chain"], where + "belongs to another chain")
        expect(read["details"] is None or sha256(read["details"].encode("utf-8")) == entry["payload"],
               where + "details were changed")
        expect(sha256(canonical(entry)) == read["hash"], where + "fields were changed")
        for name, digest in entry["personal"].items():
            value = personal.pop((entry["chain"], entry["seq"], name), None)
            expect(value is None or sha256(bytes.fromhex(value["salt"]) + value["value"].encode("utf-8")) == digest,
                   where + "personal data were changed")
        entries.append((entry, json.loads(read["details"] or "null"), read["hash"]))
    gone = [entry["seq"] for entry, said, _ in entries if said is None]  # destroyed: the first ones, as many as is said
    claims = [said["emptied"] for entry, said, _ in entries if said and entry["act"] in DESTROYED]
    expect(gone == list(range(1, len(gone) + 1)) and (claims or not gone) and all(claim == len(gone) for claim in claims),
           "details are gone, or not as an entry says")
    return entries


def check_proof(entries, proofs, checkpoint, must):  # gives back how many entries are younger than the checkpoint
    if not entries:
        return 0
    chain = entries[0][0]["chain"]
    proof = next((each for each in proofs if each["leaf"]["chain"] == chain), None)
    expect(proof or not must, chain + ": no checkpoint has signed it")
    if proof is None:
        return len(entries)
    leaf = proof["leaf"]
    expect(leaf["length"] <= len(entries), chain + ": shorter than signed")
    expect(entries[leaf["length"] - 1][2] == leaf["head"], chain + ": not the entries that were signed")
    root = root_from(hashlib.sha256(b"\x00" + canonical(leaf)).digest(), proof["place"], checkpoint["treeSize"],
                     [bytes.fromhex(each) for each in proof["path"]])
    expect(root.hex() == checkpoint["root"], chain + ": the proof does not lead to the signed root")
    return len(entries) - leaf["length"]


def allows(entries, name, case):  # drafted by one, signed by section head, then leader: three persons; not taken or sent back
    told = [(entry["act"].rpartition(".")[2], entry["actor"], said or {}) for entry, said, _ in entries]
    three = [each for each in told if each[0] in ("drafted", "signed")]
    return ([(act, said.get("role")) for act, _, said in three]
            == [("drafted", None), ("signed", "SECTIONHEAD"), ("signed", "LEADER")] and entries[0][0]["chain"] == name
            and len({actor for _, actor, _ in three if actor}) == 3 and case in three[0][2]["cases"]
            and not any(act in ("returned", "withdrawn") or case in said.get("left", []) for act, _, said in told))


def verify(package, key):
    names = package.namelist()
    expect(len(names) == len(set(names)), "two files have one name")

    def lines(name):
        expect(name in names, name + ": missing")
        return [line for line in package.read(name).decode("utf-8").split("\n") if line]

    def bytes_fit(name, digest):
        expect(name in names and sha256(package.read(name)) == digest, name + ": missing or changed")

    proof = json.loads(lines("proof.json")[0])
    checkpoint = proof["checkpoint"]
    expect(signed(key, canonical(checkpoint), proof["signature"]), "the checkpoint's signature is wrong")
    personal = {(value["chain"], value["seq"], value["name"]): value for value in map(json.loads, lines("personal.jsonl"))}
    chains = {name: read_chain(lines(name), personal) for name in CHAINS}
    expect(chains["case.jsonl"], "there are no entries")
    expect(not personal, "there are personal data that no entry has")
    unsigned = sum(check_proof(chains[name], proof["proofs"], checkpoint, name == "case.jsonl") for name in CHAINS)
    used = {said["deployment"] for entry, said, _ in chains["case.jsonl"] if entry["act"] == "trace.started" and said}
    for entry, said, _ in chains["case.jsonl"] + chains["reads.jsonl"]:
        if entry["act"] == "trace.file" and said:
            bytes_fit("documents/" + said["sha256"], said["sha256"])
        if entry["act"] in DESTROYED and said:
            expect(allows(chains["list.jsonl"], "subject:" + said["list"], entry["chain"].split(":")[1]),
                   entry["chain"] + ": destroyed without a signed list")
    for entry, said, _ in chains["models.jsonl"]:
        if entry["act"] == "trace.deployed" and said["deployment"] in used:
            for name, digest in said["models"].items():
                bytes_fit("models/%s/%s" % (said["deployment"], name), digest)
    manifest = json.loads(lines("manifest.json")[0])
    announced = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n" % checkpoint["nextKey"]
    keys = [key] + ([announced.encode("ascii")] if checkpoint["nextKey"] else [])
    expect(any(signed(each, canonical(manifest["manifest"]), manifest["signature"]) for each in keys),
           "manifest.json: the signature is wrong")
    for name, digest in manifest["manifest"]["files"].items():
        bytes_fit(name, digest)
    expect({*manifest["manifest"]["files"], "manifest.json"} == set(names), "there is a file that the manifest has not")
    return len(chains["case.jsonl"]), unsigned, checkpoint["number"]


if __name__ == "__main__":
    try:
        with zipfile.ZipFile(sys.argv[1]) as opened:
            print("WHOLE: %d entries of the case; %d not yet signed; checkpoint %d"
                  % verify(opened, pathlib.Path(sys.argv[2]).read_bytes()))
    except (Misfit, KeyError, TypeError, ValueError, OSError, zipfile.BadZipFile) as misfit:
        print("BROKEN: %s" % misfit)
        sys.exit(3)
