import { generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

// The few words of ASN.1's Distinguished Encoding Rules that a certificate is written in.

const universal = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Tag, length, content. */
function tagged(tag: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer =>
  tagged(universal.sequence, Buffer.concat(parts));
const set = (...parts: readonly Uint8Array[]): Buffer => tagged(universal.set, Buffer.concat(parts));
const octetString = (content: Uint8Array): Buffer => tagged(universal.octetString, content);
const utf8String = (text: string): Buffer => tagged(universal.utf8String, Buffer.from(text));

const isTrue = tagged(universal.boolean, Buffer.from([0xff]));

/** Whole bytes: none of the last one's bits is unused. */
const bitString = (content: Uint8Array): Buffer =>
  tagged(universal.bitString, Buffer.concat([Buffer.from([0]), content]));

/** A positive number, its most significant byte first. */
function integer(bytes: Uint8Array): Buffer {
  // A first bit that is set would make it negative.
  const isNegative = ((bytes[0] ?? 0) & 0x80) !== 0;
  return tagged(universal.integer, isNegative ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** `2.5.4.3` */
function objectIdentifier(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number);
  return tagged(universal.objectIdentifier, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** A moment; from 2050 on with four digits of the year, as certificates must. */
function time(moment: Date): Buffer {
  const digits = moment.toISOString().replace(/[-:T]|\.\d+/g, "");
  return moment.getUTCFullYear() < 2050
    ? tagged(universal.utcTime, Buffer.from(digits.slice(2)))
    : tagged(universal.generalizedTime, Buffer.from(digits));
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

/** Seven bits a byte; all but the last byte have the eighth bit set. */
function base128(value: number): number[] {
  const bytes = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
    bytes.unshift((left % 128) | 0x80);
  return bytes;
}

/** A certificate and its key, as a TLS server takes them. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Who signs certificates; whoever has its certificate trusts those. */
export interface Authority extends Certificate {
  readonly name: string;
}

const ecdsaWithSha256 = sequence(objectIdentifier("1.2.840.10045.4.3.2"));
const commonName = "2.5.4.3";
const subjectAltName = "2.5.29.17";
const basicConstraints = "2.5.29.19";
/** 9999-12-31T23:59:59Z, which a certificate says when nothing ends it. */
const neverEnds = new Date(Date.UTC(9999, 11, 31, 23, 59, 59));

/** A new authority: nobody trusts it who was not given its certificate. (Node can read certificates, but not make them.) */
export function certificateAuthority(name: string): Authority {
  return { name, ...signed({ subject: name, validUntil: neverEnds, extension: mayCertify() }) };
}

/** A certificate of `localhost` and 127.0.0.1, valid until then. */
export function localCertificate(validUntil: Date, signedBy: Authority): Certificate {
  return signed({ subject: "localhost", validUntil, extension: alternativeNames(), signedBy });
}

interface Content {
  readonly subject: string;
  readonly validUntil: Date;
  readonly extension: Buffer;
  /** Left out: signed by itself. */
  readonly signedBy?: Authority;
}

function signed(content: Content): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const body = toBeSigned(content, publicKey);
  const signature = sign("sha256", body, content.signedBy?.key ?? privateKey);
  const certificate = sequence(body, ecdsaWithSha256, bitString(signature));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function toBeSigned({ subject, validUntil, extension, signedBy }: Content, publicKey: KeyObject): Buffer {
  // Long before any moment that a scenario may want as its end.
  const validFrom = new Date(0);
  return sequence(
    // Version 3.
    tagged(0xa0, integer(Buffer.from([2]))),
    // Not zero at its start, so that the number needs no shorter form.
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    distinguished(signedBy?.name ?? subject),
    sequence(time(validFrom), time(validUntil)),
    distinguished(subject),
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(extension)),
  );
}

function distinguished(name: string): Buffer {
  return sequence(set(sequence(objectIdentifier(commonName), utf8String(name))));
}

function alternativeNames(): Buffer {
  const dnsName = tagged(0x82, Buffer.from("localhost"));
  const address = tagged(0x87, Buffer.from([127, 0, 0, 1]));
  return sequence(objectIdentifier(subjectAltName), octetString(sequence(dnsName, address)));
}

/** Without it nothing that an authority signs is taken. */
function mayCertify(): Buffer {
  return sequence(objectIdentifier(basicConstraints), isTrue, octetString(sequence(isTrue)));
}
