import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";

/** PEM files: the authority, and the server's certificate and key. */
export type Certificates = { authority: string; certificate: string; key: string };

/**
 * Creates an authority and a certificate signed by it, for tests only. Needs openssl.
 * @param names as in a certificate, such as `IP:127.0.0.1,DNS:localhost`
 */
export function makeCertificates(folder: string, name: string, names: string): Certificates {
  const file = (ending: string) => path.join(folder, `${name}.${ending}`);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { stdio: "ignore" });
  const newKey = ["-newkey", "rsa:2048", "-nodes"];
  const authority = file("authority.pem");
  openssl(
    "req",
    "-x509",
    ...newKey,
    "-days",
    "2",
    "-subj",
    `/CN=${name} authority`,
    "-keyout",
    file("authority.key"),
    "-out",
    authority,
  );
  openssl("req", ...newKey, "-subj", `/CN=${name}`, "-keyout", file("key"), "-out", file("request"));
  writeFileSync(file("names"), `subjectAltName=${names}\n`);
  const signed = ["-CA", authority, "-CAkey", file("authority.key"), "-CAcreateserial", "-days", "2"];
  openssl("x509", "-req", "-in", file("request"), ...signed, "-extfile", file("names"), "-out", file("pem"));
  return { authority, certificate: file("pem"), key: file("key") };
}
