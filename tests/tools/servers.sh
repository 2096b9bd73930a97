#!/usr/bin/env bash
# The configurations of content/guida/pubblicare.md, each in its server, with the example site:
#   tests/tools/servers.sh RACCORDO
# Needs nginx, Apache, Caddy and curl.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
PATH=$PATH:/usr/sbin
raccordo=$(realpath "$1")
tmp=$(mktemp -d)
server="" failed=0
trap '[[ -z $server ]] || kill "$server" 2>/dev/null || true; rm -rf "$tmp"' EXIT
chmod 755 "$tmp"
port=18473

cp -r src/cli/init/example "$tmp/site"
build() {
  "$raccordo" build --root "$tmp/site" --as-of 2026-11-29 --precompress --out "$1" --base-url "http://localhost:$port$2"
}
build "$tmp/public" ""
build "$tmp/www/consulte" /consulte/
for kind in nginx apache; do
  "$raccordo" export redirects --root "$tmp/site" --as-of 2026-11-29 --for "$kind" >"$tmp/$kind-redirects.conf"
done
sed -i 's|^base_url.*|base_url = "https://www.example.it/consulte/"|' "$tmp/site/site.toml"
"$raccordo" export redirects --root "$tmp/site" --as-of 2026-11-29 --for nginx >"$tmp/nginx-below-redirects.conf"

# snippet LANGUAGE [N]: the first or Nth block of the guide in this language, with paths and port of this trial.
snippet() {
  awk -v begin="\`\`\`$1" -v wanted="${2:-1}" \
    '/^```$/ { shown = 0 } shown { print } $0 == begin { shown = ++count == wanted }' content/guida/pubblicare.md |
    sed "s|/var/www/consulte|$tmp/public|; s|/var/www;|$tmp/www;|; s|listen 80|listen $port|; s|\*:80|*:$port|
      s|/etc/[a-z0-9]*/consulte-redirects.conf|$tmp/$1-redirects.conf|
      s|^consulte.cuneo.example.it {|http://localhost:$port {|; s|consulte.cuneo.example.it|localhost|"
}

# expect PATH CURL-OPTION... -- PATTERN: the answer, with its headers, has a line that matches.
expect() {
  local path=$1 options=()
  shift
  while [[ $1 != -- ]]; do options+=("$1") && shift; done
  if ! curl -s -D - -o /dev/null "${options[@]}" "http://localhost:$port$path" | tr -d '\r' | grep -Ei "$2" >/dev/null; then
    echo "  $path ${options[*]}: no $2" && failed=1
  fi
}

# serves NAME CHECK COMMAND...: runs the server, and the check while it answers.
serves() {
  local name=$1 check=$2
  shift 2
  "$@" >"$tmp/log" 2>&1 &
  server=$!
  until curl -s -o /dev/null "http://localhost:$port/"; do
    kill -0 "$server" 2>/dev/null || { cat "$tmp/log" && server="" && failed=1 && return; }
    sleep 0.1
  done
  echo "$name"
  "$check"
  kill "$server" && wait "$server" 2>/dev/null || true
  server=""
}

# The site at the root of the server.
is_at_root() {
  expect / -- '^HTTP/1.1 200'
  expect / -- '^Content-Type: text/html; ?charset=utf-8'
  expect / -- "^Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
  expect / -- '^X-Content-Type-Options: nosniff'
  expect / -H 'Accept-Encoding: gzip' -- '^Content-Encoding: gzip'
  expect /theme/civico.css -- '^Content-Type: text/css'
  expect /theme/civico.css -H 'Accept-Encoding: gzip' -- '^Content-Encoding: gzip'
  expect /calendar.ics -- '^Content-Type: text/calendar'
  expect /feed.xml -- '^Content-Type: application/atom\+xml'
  expect /sitemap.xml -- '^Content-Type: (text|application)/xml'
  expect /theme/favicon.svg -- '^Content-Type: image/svg\+xml'
  expect /nessuno/ -- '^HTTP/1.1 404'
  expect /.raccordo-manifest -- '^HTTP/1.1 404'
  expect /nessuno/ -- "^Content-Security-Policy: default-src 'self'"
  [[ $(curl -s "http://localhost:$port/nessuno/") == */theme/civico.css* ]] || { echo "  no page 404 of the site" && failed=1; }
}

# The same, and old addresses lead on by the server.
redirects() {
  is_at_root
  expect /comitato/ -- '^HTTP/1.1 301'
  expect /comitato/ -- '^Location: .*/sociale/comitato-sociale/'
}

# The same, and old addresses lead on by their pages.
has_pages_of_redirects() {
  is_at_root
  expect /comitato/ -- '^HTTP/1.1 200'
}

# What all configurations of nginx begin with, and its block `http`, which is read from the input.
nginx_configuration() {
  printf 'pid %s/pid;\nerror_log stderr;\ndaemon off;\nevents { }\nhttp {\naccess_log off;\nclient_body_temp_path %s/t1;\nproxy_temp_path %s/t2;\nfastcgi_temp_path %s/t3;\nuwsgi_temp_path %s/t4;\nscgi_temp_path %s/t5;\n%s\n}\n' \
    "$tmp" "$tmp" "$tmp" "$tmp" "$tmp" "$tmp" "$(cat)" >"$tmp/nginx.conf"
}

# The bytes of the copy are sent, not others that the server compresses.
sends_copies() {
  expect /theme/civico.css -H 'Accept-Encoding: gzip' -- '^Content-Encoding: gzip'
  curl -s -H 'Accept-Encoding: gzip' "http://localhost:$port/theme/civico.css" | cmp -s - "$tmp/public/theme/civico.css.gz" ||
    { echo "  another copy than the one of the site" && failed=1; }
}

# The same for a browser that takes Brotli, and with the right types.
sends_copies_in_all_formats() {
  sends_copies
  curl -s -H 'Accept-Encoding: gzip, br' "http://localhost:$port/" | cmp -s - "$tmp/public/index.html.br" ||
    { echo "  not the copy in Brotli" && failed=1; }
  expect / -H 'Accept-Encoding: gzip, br' -- '^Content-Encoding: br'
  expect / -H 'Accept-Encoding: gzip, br' -- '^Content-Type: text/html; ?charset=utf-8'
  expect /theme/civico.css -H 'Accept-Encoding: gzip' -- '^Content-Type: text/css'
  expect /feed.xml -H 'Accept-Encoding: br' -- '^Content-Type: application/atom\+xml'
  expect /calendar.ics -H 'Accept-Encoding: br' -- '^Content-Type: text/calendar'
  expect /calendar.ics -- '^Vary: .*Accept-Encoding'
  is_at_root
}

# The site below a folder of another.
is_below() {
  expect /consulte -- '^Location: .*/consulte/$'
  expect /consulte/ -- "^Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
  expect /consulte/feed.xml -- '^Content-Type: application/atom\+xml'
  expect /consulte/calendar.ics -- '^Content-Type: text/calendar'
  expect /consulte/pagefind/pagefind.js -- '^Content-Type: text/javascript'
  expect /consulte/pagefind/wasm.it.pagefind -- '^HTTP/1.1 200'
  expect /consulte/comitato/ -- '^Location: .*/consulte/sociale/comitato-sociale/'
  expect /consulte/.raccordo-manifest -- '^HTTP/1.1 404'
  expect /consulte/nessuno/mai/ -- '^HTTP/1.1 404'
  [[ $(curl -s "http://localhost:$port/consulte/nessuno/mai/") == */consulte/theme/civico.css* ]] ||
    { echo "  no page 404 of the site below a folder" && failed=1; }
  expect /nessuno/ -- '^HTTP/1.1 404'
}

if command -v nginx >/dev/null; then
  snippet nginx | nginx_configuration
  serves nginx redirects nginx -c "$tmp/nginx.conf" -e stderr
  snippet nginx | sed 's/gzip on;/& gzip_static on;/' | nginx_configuration
  serves "nginx, compressed already" sends_copies nginx -c "$tmp/nginx.conf" -e stderr
  printf 'server {\nlisten %s;\nroot %s/www;\n%s\n}\n' "$port" "$tmp" "$(snippet nginx 2 | sed "s|nginx-redirects|nginx-below-redirects|")" |
    nginx_configuration
  serves "nginx, below a folder" is_below nginx -c "$tmp/nginx.conf" -e stderr
else echo "nginx is not installed" && failed=1; fi

if command -v apache2 >/dev/null; then
  {
    printf 'ServerRoot %s\nServerName localhost\nPidFile %s/pid\nErrorLog %s/error\nListen %s\nUser nobody\nGroup nogroup\n' "$tmp" "$tmp" "$tmp" "$port"
    for module in mpm_event authz_core dir mime alias headers filter deflate; do
      printf 'LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n' "$module" "$module"
    done
    echo 'TypesConfig /etc/mime.types'
    snippet apache
  } >"$tmp/apache.conf"
  serves Apache redirects apache2 -f "$tmp/apache.conf" -DFOREGROUND
  {
    echo 'LoadModule rewrite_module /usr/lib/apache2/modules/mod_rewrite.so'
    sed '/<\/Directory>/,$d' "$tmp/apache.conf"
    snippet apache 2
    sed -n '/<\/Directory>/,$p' "$tmp/apache.conf"
  } >"$tmp/apache-copies.conf"
  serves "Apache, compressed already" sends_copies_in_all_formats apache2 -f "$tmp/apache-copies.conf" -DFOREGROUND
else echo "Apache is not installed" && failed=1; fi

if command -v caddy >/dev/null; then
  { printf '{\n\tadmin off\n\tauto_https off\n}\n' && snippet caddy; } >"$tmp/Caddyfile"
  export XDG_DATA_HOME=$tmp XDG_CONFIG_HOME=$tmp
  serves Caddy has_pages_of_redirects caddy run --config "$tmp/Caddyfile" --adapter caddyfile
  sed -i '0,/^\tfile_server$/s//\tfile_server {\n\t\tprecompressed zstd br gzip\n\t}/' "$tmp/Caddyfile"
  serves "Caddy, compressed already" sends_copies caddy run --config "$tmp/Caddyfile" --adapter caddyfile
else echo "Caddy is not installed" && failed=1; fi

((failed == 0))
