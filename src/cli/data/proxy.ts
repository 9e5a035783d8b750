type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy that the environment names for an address: `HTTPS_PROXY`, unless `NO_PROXY` lets the host through. */
export function proxyFor(address: URL, env: Environment): URL | undefined {
  const named = env['HTTPS_PROXY'] ?? env['https_proxy'] ?? env['ALL_PROXY'] ?? env['all_proxy'];
  if (named === undefined || named === '' || isDirect(address, env)) return undefined;
  const proxy = new URL(named.includes('://') ? named : `http://${named}`);
  if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:')
    throw new Error(
      `the proxy ${proxy.protocol}//${proxy.host} isn't supported: only http and https proxies are`,
    );
  return proxy;
}

/** `.example.org` and `example.org` are a domain with all below it; `*` is everything. */
function isDirect({ hostname, port }: URL, env: Environment): boolean {
  const list = env['NO_PROXY'] ?? env['no_proxy'] ?? '';
  const entries = list.split(/[\s,]+/).filter((each) => each !== '');
  return entries.some((entry) => {
    const [, host = '', wanted] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    const domain = host.replace(/^\*?\./, '').toLowerCase();
    if (wanted !== undefined && wanted !== (port === '' ? '443' : port)) return false;
    return entry === '*' || hostname === domain || hostname.endsWith(`.${domain}`);
  });
}
