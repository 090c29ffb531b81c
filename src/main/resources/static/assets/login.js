// A deep link into Tasklist stands behind the hash, which a form would drop.
document.getElementById('login-form').action += location.hash;
