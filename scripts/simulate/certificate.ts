import { generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import {
  bitString,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  tagged,
  time,
  utf8String,
} from "./der.ts";

/** A certificate and its key, as a TLS server takes them. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const ecdsaWithSha256 = sequence(objectIdentifier("1.2.840.10045.4.3.2"));
const commonName = "2.5.4.3";
const subjectAltName = "2.5.29.17";

/** A self-signed certificate of `localhost` and 127.0.0.1, valid until then. (Node can read certificates, but not make them.) */
export function selfSignedCertificate(validUntil: Date): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const signed = toBeSigned(publicKey, validUntil);
  const certificate = sequence(signed, ecdsaWithSha256, bitString(sign("sha256", signed, privateKey)));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function toBeSigned(publicKey: KeyObject, validUntil: Date): Buffer {
  const name = sequence(set(sequence(objectIdentifier(commonName), utf8String("localhost"))));
  // Long before any moment that a scenario may want as its end.
  const validFrom = new Date(0);
  return sequence(
    // Version 3.
    tagged(0xa0, integer(Buffer.from([2]))),
    // Not zero at its start, so that the number needs no shorter form.
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(time(validFrom), time(validUntil)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(alternativeNames())),
  );
}

function alternativeNames(): Buffer {
  const dnsName = tagged(0x82, Buffer.from("localhost"));
  const address = tagged(0x87, Buffer.from([127, 0, 0, 1]));
  return sequence(objectIdentifier(subjectAltName), octetString(sequence(dnsName, address)));
}
